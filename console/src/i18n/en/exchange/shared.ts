/** Words that the pages of data exchange share. */
export const exchange = {
  pages: {
    catalogue: 'Data catalogue',
    datasets: 'Data of our department',
    sources: 'Sources of data',
    applications: 'Our applications',
    apply: 'Apply for data',
    inbox: 'Decisions to make',
    matters: 'Matters and standing rules',
    disputes: 'Disputes',
  },
};
