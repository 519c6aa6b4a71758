"""A store becomes the page: routers, templates, static files, safety, put together."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.middleware import DefineMiddleware
from litestar.middleware.compression import CompressionMiddleware
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template.config import TemplateConfig

import communique
from communique.store import Store
from communique.web import links
from communique.web.api import downloads, record
from communique.web.faults import HANDLERS
from communique.web.headers import add_headers
from communique.web.hosts import only_hosts
from communique.web.languages import LANGUAGES
from communique.web.limits import limited
from communique.web.look import A_YEAR, keep_choices, look_of
from communique.web.pages import (
    account,
    compare,
    dyad,
    front,
    leader,
    reading,
    review,
    search,
    source,
    visit,
    visits,
    world,
)
from communique.web.sameness import API, SameAddresses
from communique.web.settings import Handed, Settings
from communique.web.signing import signed_in_only

ROUTERS: tuple[Router, ...] = (
    front.router,
    visit.router,
    visits.router,
    source.router,
    reading.router,
    search.router,
    world.router,
    dyad.router,
    leader.router,
    compare.router,
    review.router,
    account.router,
    record.router,
    downloads.router,
)
"""One a page, or a family of pages; to add one, write a module of `pages/` with a `router` and name it here."""

NAVIGATION = (
    ("nav.front", "/"),
    ("nav.visits", "/visits"),
    ("nav.map", "/map"),
    ("nav.network", "/network"),
    ("nav.review", "/review"),
)
"""What stands at the head of every page: the key of a message, and an address."""

OVERHEAD = 100_000  # bytes of a form beside the file that it brings


def create_app(store: Store, *, handed: Handed, settings: Settings) -> Litestar:
    """The page of a record. `handed` are the functions of the reading wing. The store is not closed by it."""
    csrf = CSRFConfig(
        secret=settings.secret, cookie_httponly=True, cookie_samesite="strict", cookie_secure=settings.is_secure
    )
    middleware = [only_hosts(settings.hosts)]
    if settings.has_accounts:
        middleware.append(signed_in_only(store))
    if settings.a_minute is not None:
        middleware.append(limited(settings.a_minute))
    return SameAddresses(
        [*ROUTERS, _static()],
        dependencies={
            "store": Provide(lambda: store, sync_to_thread=False),
            "handed": Provide(lambda: handed, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
            "look": Provide(look_of, sync_to_thread=False),
        },
        state=State({"settings": settings, "store": store}),
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment())),
        middleware=middleware,
        csrf_config=csrf,
        before_send=[add_headers, keep_choices],
        exception_handlers=HANDLERS,
        request_max_body_size=settings.upload_limit + OVERHEAD,
        openapi_config=OpenAPIConfig(
            title="communique",
            version=communique.__version__,
            path=API,
            render_plugins=[JsonRenderPlugin(path="/openapi.json"), YamlRenderPlugin(path="/openapi.yaml")],
        ),
    )


def environment() -> Environment:
    """The templates of the page. All that is put into them is escaped; a slot that is not filled is an error."""
    made = Environment(
        loader=PackageLoader("communique.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(links=links, languages=LANGUAGES, navigation=NAVIGATION, static=_address)
    return made


def _static() -> Router:
    folder = Path(str(files("communique.web") / "static"))
    lasting = CacheControlHeader(max_age=A_YEAR, public=True, immutable=True)
    packed = DefineMiddleware(CompressionMiddleware, config=CompressionConfig("gzip", minimum_size=1000))
    return create_static_files_router(
        "/static", [folder], cache_control=lasting, include_in_schema=False, middleware=[packed]
    )


@cache
def _address(name: str) -> str:
    """The address of a static file, which changes with its content, so that browsers may keep it for ever."""
    content = (files("communique.web") / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.blake2b(content, digest_size=4).hexdigest()}"
