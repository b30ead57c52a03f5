package main

import (
	"fmt"

	"github.com/gomlx/go-huggingface/hub"
)

const reader = "acme/reader"
const route = "users/list"

func main() {
	repo := hub.New(reader)
	fmt.Println(repo, route)
}
