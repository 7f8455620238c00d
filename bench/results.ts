import { availableParallelism, totalmem } from 'node:os';
import type { ClientResult } from './client/overhead.ts';
import { LOAD_GENERATOR } from './load/load.ts';
import { LOAD_PROCESSOR } from './load/load-processor.ts';
import type { DeepResult } from './measure/deep-offsets.ts';
import type { DiskResult } from './measure/disk.ts';
import type { EndpointResults } from './measure/endpoints.ts';
import type { ImportResults } from './measure/import.ts';
import type { PopularResult } from './measure/popular.ts';
import type { MixedResult } from './measure/reads-while-writing.ts';
import type { RecordingResult } from './measure/recording.ts';
import type { StartResult } from './measure/start.ts';
import type { Options } from './options.ts';
import type { LongListResult } from './site/long-lists.ts';
import type { PageResult } from './site/pages.ts';

/** Everything that one run found, as it is written to the file of results. A section that did not run is left out. */
export interface Results {
  readonly machine: {
    readonly cores: number;
    readonly memoryGiB: number;
    readonly platform: string;
    readonly node: string;
    readonly loadGenerator: typeof LOAD_GENERATOR;
    /** Whether all load kept to one processor (load-processor.ts). */
    readonly hasLoadProcessor: boolean;
  };
  readonly run: Pick<Options, 'engine' | 'sizes' | 'rounds' | 'seconds' | 'connections'>;
  /** How much of the time the machine was held up before and after all (slow-time.ts); 0 to 1. */
  readonly slow: { readonly before: number; readonly after: number };
  readonly endpoints?: EndpointResults;
  readonly deep?: readonly DeepResult[];
  readonly recording?: RecordingResult;
  readonly mixed?: readonly MixedResult[];
  readonly popular?: readonly PopularResult[];
  readonly disk?: DiskResult;
  readonly start?: StartResult;
  readonly imports?: ImportResults;
  readonly client?: readonly ClientResult[];
  readonly pages?: readonly PageResult[];
  readonly longLists?: readonly LongListResult[];
}

export function machineFacts(): Results['machine'] {
  return {
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    loadGenerator: LOAD_GENERATOR,
    hasLoadProcessor: LOAD_PROCESSOR !== undefined,
  };
}
