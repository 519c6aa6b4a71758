"""The record as JSON, CSV, Parquet and Atom, for programs: what the pages show, at the same addresses."""
