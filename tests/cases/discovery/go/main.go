package main

import (
	"github.com/acme/llama-7b"
	"net/http"
)

const Model = "gpt-4o"

var embedModel = "acme/bge-small-v1"
