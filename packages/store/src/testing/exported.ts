import type { WorldRecord } from '@laurel/domain';
import type { Store } from '../store.ts';

/** Everything that an export of the store gives. */
export async function exported(store: Store): Promise<WorldRecord[]> {
  const records: WorldRecord[] = [];
  await store.exportWorld((record) => {
    records.push(record);
  });
  return records;
}
