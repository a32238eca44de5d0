import { FreshCode } from '../../../platform/http/fresh-code';
import { Problem } from '../../../platform/problems/problem';

/** The tracking origin knows no second factor: whatever would ask for one is refused. */
export class NoFreshCode extends FreshCode {
  claim(): Promise<void> {
    return Promise.reject(new Problem('NOT_ALLOWED'));
  }
}
