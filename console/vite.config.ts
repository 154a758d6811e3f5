import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fieldPage } from './src/field/build/buildFieldPage.ts';
import { productPage } from './src/product/build/buildProductPage.ts';

// The dev server forwards to a running platform; the built console is served by the platform itself.
const platform = process.env.XIANGYU_URL ?? 'http://127.0.0.1:8080';
const forwarded = ['/api', '/log/', '/epcis', '/rpc', '/transactions', '/health', '/ready'];

export default defineConfig({
  plugins: [react(), fieldPage(), productPage()],
  server: { proxy: Object.fromEntries(forwarded.map((path) => [path, { target: platform }])) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            {
              name: 'i18n',
              test: /node_modules\/(i18next|react-i18next|html-parse-stringify|void-elements)\//,
              priority: 20,
            },
            // Small modules that every page needs: one file instead of a dozen.
            {
              name: 'shared',
              test: /console\/src\/(api\/(request|problem|getJourney|getBundle|getPolicy)|brand|format\/(formatNumber|formatTime|shorten)|links|i18n\/(use|lang|bare|start))/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
});
