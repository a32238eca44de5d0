import { writeFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { DEMO_PASSWORD } from '../modules/identity/domain/demo-password';
import { systemScope } from '../platform/access/scope';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Log } from '../platform/log/log';
import { DEMO_COMPANIES } from './demo-companies';
import { DEMO_PEOPLE } from './demo-people';
import { loadCatalogue } from './load-catalogue';
import { loadCompanies, loadSeller } from './load-companies';
import { loadPeople } from './load-people';
import { tellStories } from './tell-stories';

/** Loads the demo world once; every part knows whether it stands already, so a start that was killed goes on. */
export async function loadDemoWorld(): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule, {
    abortOnError: false,
    bufferLogs: true,
  });
  app.useLogger(app.get(Log));
  try {
    await loadTables(app);
    await tellStories(app);
    writeAccounts(app.get(Config).values.DEMO_ACCOUNTS_FILE);
  } finally {
    await app.close();
  }
}

/** Goods, companies and people in one transaction: all of them or none. */
async function loadTables(app: INestApplicationContext): Promise<void> {
  await app.get(UnitOfWork).run(systemScope('demo world'), async (tx) => {
    const [known] = await tx.query('select 1 from seller_settings');
    if (known) return;
    await loadSeller(app, tx);
    await loadCatalogue(tx, app.get(Clock).now());
    const companies = await loadCompanies(app, tx);
    await loadPeople(app, tx, companies);
  });
}

/** What `npm start` prints; the codes stand on the sign-in page. */
function writeAccounts(file: string | undefined): void {
  if (!file) return;
  const accounts = DEMO_PEOPLE.map((person) => ({
    email: person.email,
    password: DEMO_PASSWORD,
    role: person.role,
    company: DEMO_COMPANIES.find((company) => company.key === person.company)?.brand.nameLatin,
  }));
  writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`);
}
