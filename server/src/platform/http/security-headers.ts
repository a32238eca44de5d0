import type { FastifyReply } from 'fastify';

const NO_FEATURES = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Headers of every answer, errors included. Pages replace the policy by one with their nonce. */
export function securityHeaders(reply: FastifyReply): void {
  reply
    .header(
      'content-security-policy',
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    )
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'DENY')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('permissions-policy', NO_FEATURES)
    .header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    .header('cache-control', 'no-store');
}

/** Content security policy of a page: own files only, styles by nonce. */
export const pagePolicy = (nonce: string): string => policyOf(nonce, "'none'");

/** The same for a page of ours that stands in a frame of ours. */
export const framePolicy = (nonce: string): string => policyOf(nonce, "'self'");

const policyOf = (nonce: string, ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    "base-uri 'none'",
  ].join('; ');
