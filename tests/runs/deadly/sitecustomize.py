"""Makes a text that holds a word of doom kill the process that reads it: put into the path of a run by its test."""

import os
import signal

from communique import pipeline

read = pipeline.read_document


def read_or_die(document):
    if "DOOM" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(document)


pipeline.read_document = read_or_die
