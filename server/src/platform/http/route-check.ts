import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { ENDPOINT } from './handles';

const PATH_METADATA = 'path';

/** Proves at start that every route has a contract and every contract one route. */
@Injectable()
export class RouteCheck {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Throws with every fault: routes without a contract, contracts without or with two routes. */
  prove(expected: readonly Endpoint[]): void {
    const bare: string[] = [];
    const handled: string[] = [];
    for (const { instance } of this.discovery.getControllers()) {
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler = (instance as Record<string, () => unknown>)[method];
        if (!handler || Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
        const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, handler);
        if (endpoint) handled.push(endpoint.id);
        else bare.push(`${instance.constructor.name}.${method}`);
      }
    }
    const missing = expected.map((e) => e.id).filter((id) => !handled.includes(id));
    const double = handled.filter((id, index) => handled.indexOf(id) !== index);
    const faults = [
      ...bare.map((name) => `route without a contract: ${name}`),
      ...missing.map((id) => `contract without a route: ${id}`),
      ...double.map((id) => `contract with two routes: ${id}`),
    ];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
}
