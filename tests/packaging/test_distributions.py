"""What is built: the same bytes twice, all data in the wheel, all that the tests need in the source distribution."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = (".toml", ".csv", ".gz", ".json", ".html", ".css", ".js", ".svg", ".sql", ".md", ".msgpack")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders with a wheel and a source distribution each."""
    pytest.importorskip("hatchling", reason="packaging: found no hatchling; want: pip install 'communique[dev]'")
    folders = []
    for number in (1, 2):
        folder = tmp_path_factory.mktemp(f"dist-{number}")
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(folder)]
        known = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
        done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, check=False, timeout=200)
        assert done.returncode == 0, done.stderr
        folders.append(folder)
    return folders


def test_two_builds_have_the_same_bytes(built: list[Path]) -> None:
    sums = [{p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()} for folder in built]
    assert len(sums[0]) == 2
    assert sums[0] == sums[1]


def test_all_data_of_the_package_is_in_the_wheel(built: list[Path]) -> None:
    (wheel,) = built[0].glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "communique"
    wanted = {f"communique/{path.relative_to(package).as_posix()}" for path in package.rglob("*") if path.is_file()}
    wanted = {name for name in wanted if "__pycache__" not in name and not name.endswith(".msgpack")}
    assert wanted - held == set()
    assert sum(name.endswith(DATA) for name in held) > 20


def test_the_source_distribution_holds_what_the_tests_need(built: list[Path]) -> None:
    (archive,) = built[0].glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        held = {name.partition("/")[2] for name in opened.getnames()}
    for name in ("pyproject.toml", "tests/test_layers.py", "tests/trust/readers.py", "bench/fuzz.py", "tools/changes"):
        assert name in held
    for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/facts.md", "constraints.txt"):
        assert name in held
    assert any(name.startswith("examples/") for name in held)


def test_the_core_leaves_out_what_only_an_extra_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    core = " ".join(project["dependencies"])
    for heavy in (
        "trafilatura",
        "lxml",
        "zstandard",
        "pyarrow",
        "litestar",
        "psycopg",
        "ray",
        "daft",
        "altair",
        "babel",
    ):
        assert heavy not in core
    assert {"pages", "parquet", "plots", "postgres", "scale", "web"} <= set(project["optional-dependencies"])


def test_the_wheel_alone_works_on_every_python_found() -> None:
    if os.environ.get("COMMUNIQUE_SMOKE") != "1":
        pytest.skip("smoke test of the wheel: needs a package registry; want: COMMUNIQUE_SMOKE=1")
    known = {**os.environ, "BUILDER": sys.executable}
    command = [str(ROOT / "tools" / "smoke-wheel")]
    done = subprocess.run(command, env=known, capture_output=True, text=True, check=False, timeout=1_800)
    if done.returncode == 3:
        pytest.skip(f"smoke test of the wheel: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    assert "installed" in done.stdout
