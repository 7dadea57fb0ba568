#![no_main]

crossread_fuzz::target!(crossread_fuzz::project_damage::hold);
