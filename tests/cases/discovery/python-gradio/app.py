import gradio as gr

reader = gr.load("models/facebook/bart-large-mnli")
other = gr.load("huggingface/nordlys/reader")
space = gr.load("spaces/nordlys/demo")
