#![no_main]

crossread_fuzz::target!(crossread_fuzz::schema_file::hold);
