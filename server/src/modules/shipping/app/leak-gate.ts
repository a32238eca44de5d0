import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { securityHeaders } from '../../../platform/http/security-headers';
import { IdentityListRepository } from '../db/identity-list.repository';
import type { Consignment, ItemWords } from '../domain/consignment';
import { buildDenyList, type DenyList, type OwnIdentity } from '../domain/deny-list';
import { type ScanResult, type Surface, scanSurfaces } from '../domain/leak-scan';
import { paperName } from '../domain/paper-view';
import { detailsOf, type RecipientRecord } from '../domain/recipient-record';
import { trackingViewOf } from '../domain/tracking-view';
import { surfacesOfHttp, surfacesOfPdf, surfacesOfPicture } from '../papers/surfaces';
import type { DrawnPapers } from './paper-maker';
import { ParcelSecrets } from './parcel-secrets';

/** Reads all that a recipient will see against both deny-lists, before any of it prints. */
@Injectable()
export class LeakGate {
  constructor(
    private readonly identities: IdentityListRepository,
    private readonly secrets: ParcelSecrets,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Scans slip, label, their names, the logo and the answer of the tracking page. */
  async scan(tx: Tx, parcel: Consignment, papers: DrawnPapers): Promise<ScanResult> {
    const { facts, slip, label } = papers;
    const denyList = await this.denyListFor(tx, parcel, facts);
    const surfaces: Surface[] = [
      ...(await surfacesOfPdf(slip, paperName('slip', parcel.parcelCode))),
      ...(await surfacesOfPdf(label, paperName('label', parcel.parcelCode))),
      ...(facts.logoPng ? await surfacesOfPicture(facts.logoPng, 'logo.png') : []),
      ...this.trackingSurfaces(parcel, facts),
    ];
    return scanSurfaces(surfaces, denyList);
  }

  /** True if a text that will be shown on the tracking page names neither the store nor another trader. */
  async isClean(tx: Tx, parcel: Consignment, text: string): Promise<boolean> {
    const recipient = await this.secrets.recipientOf(parcel);
    const denyList = await this.denyListFor(tx, parcel, { recipient, items: [] });
    return scanSurfaces([{ name: 'tracking number', text }], denyList).verdict === 'pass';
  }

  private async denyListFor(
    tx: Tx,
    parcel: Consignment,
    facts: { readonly recipient: RecipientRecord; readonly items: readonly ItemWords[] },
  ): Promise<DenyList> {
    const { identity, ibans } = await this.identities.seller(tx);
    const sealer = await this.cipher.sealerFor(null);
    return buildDenyList({
      seller: { ...identity, ibans: ibans.map(({ sealed, ...place }) => sealer.open(place, sealed)) },
      others: await this.identities.others(tx, parcel.companyId),
      own: ownIdentity(parcel, facts.recipient),
      vocabulary: facts.items.flatMap(({ name, size }) => [...Object.values(name), ...Object.values(size)]),
    });
  }

  /** The page's answer as it will be once the carrier has the parcel, with the headers of the tracking origin. */
  private trackingSurfaces(parcel: Consignment, facts: DrawnPapers['facts']): Surface[] {
    const handedOver = { ...parcel, state: 'handed_over' as const, handedOverAt: this.clock.now() };
    const body = JSON.stringify(trackingViewOf(handedOver, facts.items));
    return surfacesOfHttp({ url: facts.trackingUrl, headers: headersOfAnswers(), body });
  }
}

function ownIdentity({ brand, locale }: Consignment, recipient: RecipientRecord): OwnIdentity {
  const { address } = detailsOf(recipient, locale);
  const of = (...texts: (string | null)[]): string[] => texts.flatMap((text) => text || []);
  return {
    // Its names only: another trader in the sender's address is a leak, not a namesake.
    brand: of(brand.nameLatin, brand.nameArabic),
    recipient: of(recipient.name, recipient.otherName, recipient.email, ...address.lines, address.city),
    phones: of(recipient.phone),
  };
}

/** The headers that the tracking origin puts on every answer, read from the function that sets them. */
function headersOfAnswers(): Record<string, string> {
  const headers: Record<string, string> = {};
  const collecting = {
    header(name: string, value: string) {
      headers[name] = value;
      return collecting;
    },
  };
  securityHeaders(collecting as unknown as FastifyReply);
  return headers;
}
