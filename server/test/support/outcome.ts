import { Problem } from '../../src/platform/problems/problem';

/** How a use case ended: `done`, or the code of its refusal. A fault of ours is thrown on. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}
