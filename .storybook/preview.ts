import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';

setCustomElementsManifest(manifest);

const preview: Preview = {
  parameters: {
    // The check over all stories is `npm run stories`; here it shows while one works.
    a11y: { test: 'error', options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
    controls: { expanded: true },
    layout: 'padded',
  },
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: { title: 'Language', icon: 'globe', items: ['nl', 'en'], dynamicTitle: true },
    },
    scheme: {
      description: 'Light or dark',
      toolbar: { title: 'Scheme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { language: 'nl', scheme: 'light' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = String(globals.language);
      document.documentElement.style.colorScheme = String(globals.scheme);
      document.body.style.background = globals.scheme === 'dark' ? '#121417' : '#ffffff';
      document.body.style.color = globals.scheme === 'dark' ? '#f2f2f2' : '#1d1d1d';
      return story();
    },
  ],
};

export default preview;
