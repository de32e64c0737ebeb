"""The pages about the site: method, accuracy, rules, data, citing, privacy."""
