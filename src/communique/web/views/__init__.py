"""Records become what a template shows: plain functions and frozen structs, without a server."""
