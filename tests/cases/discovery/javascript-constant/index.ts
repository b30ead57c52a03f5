import { AutoTokenizer, pipeline } from '@huggingface/transformers';

const READER = 'acme/reader';
const WRITER: string = "acme/writer";
const ROUTE = 'users/list';
let other = 'acme/other';

const read = await pipeline('feature-extraction', READER);
const write = await AutoTokenizer.from_pretrained(WRITER, { quantized: true });
router.get(ROUTE, list);
console.log(other);
