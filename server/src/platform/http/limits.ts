/** Largest JSON body, in MB. */
export const BODY_LIMIT_MB = 1;
/** Largest uploaded file, in MB. */
export const UPLOAD_LIMIT_MB = 20;
export const MB = 1024 * 1024;
