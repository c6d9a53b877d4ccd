import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [{ from: '../data', to: '/data' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // The sources read as they are built: legacy decorators, fields assigned, not defined.
  viteFinal: (base) =>
    mergeConfig(base, {
      define: { __SAMEN_VERSION__: JSON.stringify('storybook') },
      build: { chunkSizeWarningLimit: 2_000 },
    }),
};

export default config;
