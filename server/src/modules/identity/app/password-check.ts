import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/access/scope';
import { Config } from '../../../platform/config/config';
import { hashPassword, isPassword, isWeakHash } from '../../../platform/crypto/passwords';
import { UnitOfWork } from '../../../platform/database/unit-of-work';

/** Compares passwords: always one hash, whoever asks; a hash of yesterday's cost is made anew. */
@Injectable()
export class PasswordCheck {
  private decoy: Promise<string> | null = null;

  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** True when the password is the person's. Nobody (`null`) costs the same time and is never right. */
  async isRight(person: { id: string; passwordHash: string } | null, password: string): Promise<boolean> {
    const pepper = this.config.values.PASSWORD_PEPPER.reveal();
    this.decoy ??= hashPassword('nobody has this password', pepper);
    const stored = person?.passwordHash ?? (await this.decoy);
    const isRight = await isPassword(stored, password, pepper);
    if (!person || !isRight) return false;
    if (isWeakHash(stored)) await this.rehash(person, password);
    return true;
  }

  private async rehash(person: { id: string; passwordHash: string }, password: string): Promise<void> {
    const hash = await hashPassword(password, this.config.values.PASSWORD_PEPPER.reveal());
    await this.unitOfWork.runApart(systemScope('password hash'), (tx) =>
      tx.query('update people set password_hash = $3 where id = $1 and password_hash = $2', [
        person.id,
        person.passwordHash,
        hash,
      ]),
    );
  }
}
