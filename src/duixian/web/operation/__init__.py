"""Running the site: serving, health, logs, backup."""
