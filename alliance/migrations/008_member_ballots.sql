-- What a member voted.
create index ballot_voter on alliance.ballot (voter, epoch, log_index);
