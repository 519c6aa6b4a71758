"""The page on which a reader drops a text, and sees at once what it states; an editor may keep it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Annotated, TypeVar

import msgspec
from litestar import Router, get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import ClientException, ServiceUnavailableException
from litestar.params import Body
from litestar.response import Redirect, Template

from communique.records import Document, Failure
from communique.store import Store
from communique.web import links
from communique.web.given import GivenHanded, GivenLook, GivenSettings, GivenStore
from communique.web.look import Look
from communique.web.readers import editors_only
from communique.web.settings import Dropped, Handed, ReadText, Settings
from communique.web.views.dropped import brief_of, document_of

T = TypeVar("T")
WAITING = 8  # readers whose texts wait for their turn; to more the page says that it is busy

_turn = ThreadPoolExecutor(1, thread_name_prefix="reading")  # one at a time: reading takes all of a core
_PASTED = "pasted.txt"


@dataclass
class Drop:
    """What the form brings: a file, or words, or an address; and the day they were published, if it is known."""

    file: UploadFile | None = None
    text: str = ""
    address: str = ""
    published: str = ""


@dataclass
class Kept:
    """A text sent back to be kept, as JSON."""

    document: str


Form = Annotated[Drop, Body(media_type=RequestEncodingType.MULTI_PART)]
KeptForm = Annotated[Kept, Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/read", sync_to_thread=False, include_in_schema=False)
def ask(look: GivenLook, settings: GivenSettings) -> Template:
    """The empty form."""
    return look.page("read.html", briefs=(), failures=(), is_fetching=settings.fetch is not None)


@post("/read", include_in_schema=False, status_code=200)
async def read(
    data: Form, store: GivenStore, handed: GivenHanded, look: GivenLook, settings: GivenSettings
) -> Template:
    """What the dropped texts state. Nothing is written."""
    return await in_turn(lambda: _shown(data, store, handed, look, settings))


@post("/keep", include_in_schema=False, guards=[editors_only])
async def keep(data: KeptForm, store: GivenStore, handed: GivenHanded) -> Redirect:
    """Saves a text in the record, and leads to its page."""
    try:
        document = document_of(data.document)
    except msgspec.DecodeError as fault:
        raise ClientException(f"Found no text that can be kept: {fault}.") from fault

    def kept() -> str:
        return handed.keep(store, [ReadText(document, handed.read(document))])[0]

    return Redirect(links.text(await in_turn(kept)), status_code=303)


async def in_turn(task: Callable[[], T]) -> T:
    """What a task of reading gives when its turn has come. Raises: ServiceUnavailableException: too many wait."""
    if _turn._work_queue.qsize() >= WAITING:
        raise ServiceUnavailableException("Others are having texts read just now. Try again in a minute.")
    return await asyncio.get_running_loop().run_in_executor(_turn, task)


def _shown(drop: Drop, store: Store, handed: Handed, look: Look, settings: Settings) -> Template:
    outcomes = handed.open(_dropped(drop, settings))
    texts = [ReadText(one, handed.read(one)) for one in outcomes if isinstance(one, Document)]
    known = _known(store, texts)
    briefs = [brief_of(one, is_known=one.reading.document.id in known, words=look.words) for one in texts]
    failures = [one.error for one in outcomes if isinstance(one, Failure)]
    return look.page("read.html", briefs=briefs, failures=failures, is_fetching=settings.fetch is not None)


def _known(store: Store, texts: Sequence[ReadText]) -> set[str]:
    return {one.id for one in store.documents([text.reading.document.id for text in texts])}


def _dropped(drop: Drop, settings: Settings) -> Dropped:
    """What is to be read. Raises: ClientException: nothing, or too much of it."""
    published = drop.published.strip() or None
    data = drop.file.file.read(settings.upload_limit + 1) if drop.file and drop.file.filename else b""
    if len(data) > settings.upload_limit:
        raise ClientException(f"Found more than {settings.upload_limit:,} bytes; want at most that.", status_code=413)
    if data and drop.file:
        return Dropped(name=_plain(drop.file.filename), data=data, published=published)
    if drop.text.strip():
        text = drop.text.replace("\r\n", "\n")
        return Dropped(name=_PASTED, data=text.encode("utf-8", "replace"), published=published)
    if drop.address.strip():
        if settings.fetch is None:
            raise ClientException("This page fetches no addresses. Paste the words, or drop a file.")
        return msgspec.structs.replace(settings.fetch(drop.address.strip()), published=published)
    raise ClientException("Found no text. Paste the words, or drop a file.")


def _plain(name: str) -> str:
    """The last part of a file's name: it tells the kind of the file, and is never a path."""
    return name.replace("\\", "/").rpartition("/")[2][-120:] or _PASTED


router = Router("/", route_handlers=[ask, read, keep])
