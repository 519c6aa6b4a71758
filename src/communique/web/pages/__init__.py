"""One module a page: handlers that ask the store and fill a template; what is shown is made in `views`."""
