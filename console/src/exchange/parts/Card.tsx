import { Card as AntCard, type CardProps } from 'antd';

/** A card whose title is a heading of the page, for readers who go from heading to heading. */
export function Card({ title, ...card }: CardProps) {
  return <AntCard {...card} {...(title ? { title: <h2 className="x-card-title">{title}</h2> } : {})} />;
}
