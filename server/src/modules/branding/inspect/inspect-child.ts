import sharp from 'sharp';
import { answerOnce } from '../../../platform/process/answering-child';
import type { InspectedFile } from './inspect-asset';
import { inspectFile } from './inspect-file';

// One file, once: a cache would only hold memory, and a second thread would only take it from the others.
sharp.cache(false);
sharp.concurrency(1);
answerOnce((question) => inspectFile(question as InspectedFile));
