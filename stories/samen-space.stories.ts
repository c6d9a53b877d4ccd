import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/elements/define-samen-space';

const meta: Meta = {
  title: 'Elements/Space',
  component: 'samen-space',
  parameters: {
    docs: {
      description: {
        component:
          'Sets the backend, the space and the language once, for every Samen element within it. It draws nothing itself.',
      },
    },
  },
};

export default meta;

/** An administrator places it in the template of the page; editors then write plain tags. */
export const AroundContent: StoryObj = {
  render: () => html`
    <samen-space backend="local:" space="sociaal-domein" lang="nl">
      <p>Alles hierbinnen hoort bij dezelfde ruimte.</p>
    </samen-space>
  `,
};
