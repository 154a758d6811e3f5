-- Why a founder's place could not be taken yet, in Chinese.
ALTER TABLE alliance.founder ADD COLUMN problem_zh text;
