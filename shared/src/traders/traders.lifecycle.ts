import { defineLifecycle } from '../kernel/lifecycle';
import { applicationLifecycle } from './application.lifecycle';

export const companyLifecycle = defineLifecycle()({
  name: 'company',
  initial: 'pending',
  terminal: ['closed'],
  states: ['pending', 'active', 'suspended', 'closed'],
  steps: {
    activate: { from: ['pending', 'suspended'], to: 'active', needs: 'system' },
    suspend: { from: ['active'], to: 'suspended', needs: 'system' },
    close: { from: ['pending', 'active', 'suspended'], to: 'closed', needs: 'system' },
  },
});

export const memberLifecycle = defineLifecycle()({
  name: 'member',
  initial: 'invited',
  terminal: ['removed'],
  states: ['invited', 'enrolling', 'active', 'suspended', 'removed'],
  steps: {
    enrol: { from: ['invited'], to: 'enrolling', needs: 'system' },
    activate: { from: ['enrolling', 'suspended'], to: 'active', needs: 'system' },
    suspend: { from: ['active'], to: 'suspended', needs: 'system' },
    remove: { from: ['invited', 'enrolling', 'active', 'suspended'], to: 'removed', needs: 'system' },
  },
});
export const tradersLifecycles = [companyLifecycle, memberLifecycle, applicationLifecycle];
