import { useTranslation } from 'react-i18next';
import { type ProposalType, proposalTypes } from '../../api/proposals.ts';

interface TypeCardsProps {
  chosen: ProposalType | null;
  onChoose: (type: ProposalType) => void;
}

/** The kinds of proposals, each with what it does. */
export function TypeCards({ chosen, onChoose }: TypeCardsProps) {
  const { t } = useTranslation('governance');
  return (
    <div className="type-cards">
      {proposalTypes.map((type) => (
        <button
          key={type}
          type="button"
          className="type-card"
          aria-pressed={chosen === type}
          onClick={() => onChoose(type)}
          data-testid={`type-${type}`}
        >
          <b>{t(`type.${type}`)}</b>
          <small>{t(`typeText.${type}`)}</small>
        </button>
      ))}
    </div>
  );
}
