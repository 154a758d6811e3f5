/** @jsxImportSource preact */
import '../theme/tokens.css';
import './field.css';
import { render } from 'preact';
import { FieldApp } from './FieldApp.tsx';
import { takeLink } from './takeLink.ts';
import { installWorker } from './worker/installWorker.ts';

const element = document.getElementById('root');
if (element) render(<FieldApp link={takeLink()} />, element);
installWorker();
