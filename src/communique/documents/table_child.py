"""A question on standard input becomes the rows of a Parquet file on standard output, in a process that may die."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from communique.documents.limits import FREE_BYTES, MAX_COLUMN, MAX_RATIO
from communique.documents.tables import Frame, Group, Question, Shape

EXTRA = "Parquet needs pyarrow; want: pip install 'communique[parquet]'"
_ROWS = 64  # at a time: rows of the longest texts that are held together
_BUFFER = 1 << 20  # bytes of a column read ahead
_THRIFT = 100_000_000  # bytes, or items, of the file's own description
_MEMORY = 8 << 30  # bytes of address space: what a file can make this process take


def main() -> None:
    """Answers one question."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    tell(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Question), sys.stdout.buffer)


def tell(question: Question, stream: BinaryIO) -> None:
    """Writes the answer, frame by frame: four bytes of length, then MessagePack."""
    encoder = msgspec.msgpack.Encoder(enc_hook=str)
    for frame in answer(question):
        body = encoder.encode(frame)
        stream.write(len(body).to_bytes(4, "big") + body)
    stream.flush()


def answer(question: Question) -> Iterator[Frame]:
    """The shape of the file, then its rows, or the fault that ends it. Raises nothing that it can help."""
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra
    except ImportError:
        yield Frame(fault=EXTRA)
        return
    try:
        file = pq.ParquetFile(
            question.path,
            buffer_size=_BUFFER,
            pre_buffer=False,
            thrift_string_size_limit=_THRIFT,
            thrift_container_size_limit=_THRIFT,
        )
        shape = _shape(file)
        yield Frame(shape=shape)
        columns = [name for name in question.columns if name in shape.columns]
        for at in range(*(question.groups or (0, len(shape.groups)))) if columns else ():
            if fault := _excess(file.metadata.row_group(at), at):
                yield Frame(fault=fault)
                return
            for batch in file.iter_batches(_ROWS, row_groups=[at], columns=columns, use_threads=False):
                yield Frame(rows=[{k: _text(v) for k, v in row.items()} for row in batch.to_pylist()])
            yield Frame(packed=shape.groups[at].packed)
    except Exception as error:  # pyarrow's own, and whatever else broken bytes make it raise
        yield Frame(fault=f"broken Parquet data ({' '.join(str(error).split())[:200]}); want a whole file")
        return
    yield Frame(is_end=True)


def _shape(file: Any) -> Shape:
    groups = (file.metadata.row_group(at) for at in range(file.num_row_groups))
    return Shape(
        tuple(file.schema_arrow.names),
        tuple(
            Group(group.num_rows, sum(column.total_compressed_size for column in _columns(group))) for group in groups
        ),
    )


def _columns(group: Any) -> Iterator[Any]:
    return (group.column(at) for at in range(group.num_columns))


def _excess(group: Any, number: int) -> str | None:
    for column in _columns(group):
        packed, size = column.total_compressed_size, column.total_uncompressed_size
        if size > MAX_COLUMN or (size > FREE_BYTES and size > MAX_RATIO * max(1, packed)):
            return (
                f"column {column.path_in_schema!r} of row group {number}: {packed:,} packed bytes unpack to {size:,}; "
                f"want at most {MAX_COLUMN:,}, and {MAX_RATIO} for one"
            )
    return None


def _text(value: Any) -> Any:
    """Bytes of a column that does not say what it holds, as text; any other value as it is."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


if __name__ == "__main__":
    main()
