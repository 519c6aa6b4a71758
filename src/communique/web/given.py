"""What a handler may ask for by naming it among its arguments: the store, the look, the settings, what is handed in."""

from __future__ import annotations

from typing import TypeAlias

from litestar.di import NamedDependency

from communique.store import Store
from communique.web.look import Look
from communique.web.settings import Handed, Settings

GivenStore: TypeAlias = NamedDependency[Store]  # as `store`
GivenLook: TypeAlias = NamedDependency[Look]  # as `look`
GivenSettings: TypeAlias = NamedDependency[Settings]  # as `settings`
GivenHanded: TypeAlias = NamedDependency[Handed]  # as `handed`
