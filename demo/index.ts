export { type DemoTrace, type LoadDemoParameters, type LoadDemoReturnType, loadDemo } from './loadDemo.ts';
