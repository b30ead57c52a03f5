import { pipeline } from '@huggingface/transformers';
import OpenAI from 'openai';

const pipe = await pipeline('feature-extraction', 'acme/reader');
const model = process.env.MODEL ?? 'gpt-4o';
// see https://huggingface.co/acme/talker
await new OpenAI().chat.completions.create({ model: 'gpt-4o-mini', messages: [] });
const llm = new ChatOllama({ model: 'llama3' });
