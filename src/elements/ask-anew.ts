import type { SpaceClient, View } from '../client/types';
import type { Input, Output, ReadName } from '../contract/operations';

/**
 * What the backend answers now, and nothing but that: what was known before may be old, or not everything. Without an
 * answer the view says so, by its error or as stale.
 */
export function askAnew<N extends ReadName>(
  client: SpaceClient,
  operation: N,
  input: Input<N>,
): Promise<View<Output<N>>> {
  return new Promise((resolve) => {
    let known: View<Output<N>> | undefined;
    const stop = client.watch(operation, input, (view) => {
      const isFirst = !known;
      known ??= view;
      if (isFirst || view.refreshing || view.status === 'loading') return;
      resolve(view);
      queueMicrotask(() => stop());
    });
    // Who watches asks by itself where nothing is known, or where asking failed.
    if (known?.data && !known.error) void client.refresh(operation, input);
  });
}
