import { bouwWeb } from '../server/web.ts';

/** Builds the screens once, before test files that start Meedoen beside each other. */
export async function setup(): Promise<void> {
  await bouwWeb();
}
