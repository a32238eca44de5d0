/** Largest JSON body, in MB. */
export const BODY_LIMIT_MB = 1;
/** Largest uploaded file, in MB. */
export const UPLOAD_LIMIT_MB = 20;
export const MB = 1024 * 1024;
/** Largest part of an upload in parts, in MB. */
export const PART_LIMIT_MB = 1;
/** A request whose last byte is not there after this long is dropped: a slow sender holds no connection for ever. */
export const REQUEST_TIMEOUT_MS = 120_000;
/** How often that is looked at. */
export const TIMEOUT_LOOK_MS = 5_000;
