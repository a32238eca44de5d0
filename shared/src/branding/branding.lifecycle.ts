import { defineLifecycle } from '../kernel/lifecycle';

export const brandProfileLifecycle = defineLifecycle()({
  name: 'brand-profile',
  initial: 'draft',
  terminal: ['archived'],
  states: ['draft', 'active', 'suspended', 'archived'],
  steps: {
    activate: { from: ['draft', 'suspended'], to: 'active', needs: 'brand:read' },
    suspend: { from: ['active'], to: 'suspended', needs: 'system' },
    archive: { from: ['draft', 'active', 'suspended'], to: 'archived', needs: 'brand:read' },
  },
});

export const productionSpecLifecycle = defineLifecycle()({
  name: 'production-spec',
  initial: 'draft',
  terminal: ['retired'],
  states: ['draft', 'locked', 'released', 'retired'],
  steps: {
    lock: { from: ['draft'], to: 'locked', needs: 'system' },
    release: { from: ['locked'], to: 'released', needs: 'system' },
    retire: { from: ['locked', 'released'], to: 'retired', needs: 'system' },
  },
});
export const brandingLifecycles = [brandProfileLifecycle, productionSpecLifecycle];
