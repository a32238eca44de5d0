import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { keyedHash } from './keys';

/** Looks sealed values up without opening them. */
@Injectable()
export class BlindIndex {
  constructor(private readonly config: Config) {}

  /** Hash of a mail address, case and outer blanks ignored. */
  ofMail(address: string): string {
    return this.of('mail', address.trim().toLowerCase());
  }

  /** Hash of an IBAN, blanks ignored. */
  ofIban(iban: string): string {
    return this.of('iban', iban.replace(/\s/g, '').toUpperCase());
  }

  /** Hash of a random token. */
  ofToken(token: string): string {
    return this.of('token', token);
  }

  private of(domain: string, value: string): string {
    return keyedHash(this.config.values.INDEX_KEY.reveal(), domain, value);
  }
}
