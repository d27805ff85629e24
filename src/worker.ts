import { workerData } from 'node:worker_threads'
import { createJob, type JobOptions, type JobOutcome } from './job.ts'
import type { ListedPair } from './pair-list.ts'

const options: JobOptions = workerData
const run = createJob(options)

/** Aligns one pair in this thread; language packs and lexicon stay loaded for the next one. */
export const alignListedPair = (pair: ListedPair): Promise<JobOutcome> => run(pair)
