// @ts-check
/** Databases of one cluster. */

/**
 * The same login in another database.
 * @param {string} url
 * @param {string} database
 */
export function withDatabase(url, database) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

/**
 * @param {string} url
 * @param {string} statement
 */
export async function execute(url, statement) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A copy of a database with its rows; nobody else may be connected to the original.
 * @param {string} adminUrl the owner's login to the original
 * @param {string} name of the copy
 */
export async function cloneDatabase(adminUrl, name) {
  const original = new URL(adminUrl).pathname.slice(1);
  await execute(
    withDatabase(adminUrl, 'postgres'),
    `create database ${name} template ${original} strategy file_copy`,
  );
}
