// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * One password for each login, random for each cluster. Hex, so that they fit into an address unescaped.
 * @typedef {{ postgres: string, qafila_owner: string, qafila_app: string }} Passwords
 */

/**
 * @param {string} file readable by the launcher's user only
 * @returns {Passwords}
 */
export function passwordsIn(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const word = () => randomBytes(24).toString('hex');
  const made = { postgres: word(), qafila_owner: word(), qafila_app: word() };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/**
 * @param {{ port: number, passwords: Passwords }} cluster
 * @param {keyof Passwords} role
 * @param {string} [database]
 */
export const addressOf = ({ port, passwords }, role, database = 'qafila') =>
  `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;

/**
 * Owner and app login, neither of them superuser, and the owner's database. Safe to repeat:
 * a start that was killed half-way is completed by the next one.
 * The owner creates the trusted extensions (pg_trgm, unaccent, btree_gist, citext) himself.
 * @param {import('pg').Client} client a superuser's connection
 * @param {Passwords} passwords
 */
export async function ensureRoles(client, passwords) {
  const { rows } = await client.query(
    "select rolname from pg_roles where rolname in ('qafila_owner', 'qafila_app')",
  );
  const known = rows.map((row) => row.rolname);
  const plain = 'login nosuperuser nocreaterole nobypassrls noreplication';
  if (!known.includes('qafila_owner')) {
    await client.query(`create role qafila_owner ${plain} createdb password '${passwords.qafila_owner}'`);
  }
  if (!known.includes('qafila_app')) {
    await client.query(`create role qafila_app ${plain} nocreatedb password '${passwords.qafila_app}'`);
  }
  const found = await client.query("select 1 from pg_database where datname = 'qafila'");
  if (found.rowCount === 0) await client.query('create database qafila owner qafila_owner');
}
