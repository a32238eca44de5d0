import { useLocation } from '@tanstack/react-router';

const TOKEN = /^[\w-]{43}$/;

/** The secret of a mailed link, which stands after `#` and never leaves in an address; `null` without one. */
export function useLinkToken(): string | null {
  const { hash } = useLocation();
  const token = hash.replace(/^#/, '');
  return TOKEN.test(token) ? token : null;
}

/** True where the address carries something after `#` that is no link of ours. */
export function useBrokenLink(): boolean {
  const { hash } = useLocation();
  return hash !== '' && !TOKEN.test(hash.replace(/^#/, ''));
}
