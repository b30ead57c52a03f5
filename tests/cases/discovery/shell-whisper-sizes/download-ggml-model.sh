#!/bin/sh
# Fetches models of whisper.cpp.
models="tiny.en
small
large-v3-turbo
large-v3-q5_0"
src="https://example.com/ggml"
