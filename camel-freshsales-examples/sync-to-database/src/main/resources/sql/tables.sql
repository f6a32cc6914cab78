CREATE TABLE IF NOT EXISTS contacts (
    id BIGINT PRIMARY KEY,
    first_name VARCHAR(255),
    last_name VARCHAR(255),
    email VARCHAR(255),
    updated_at TIMESTAMP(0) WITH TIME ZONE NOT NULL,
    record TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS deals (
    id BIGINT PRIMARY KEY,
    name VARCHAR(255),
    amount DECIMAL(20, 2),
    updated_at TIMESTAMP(0) WITH TIME ZONE NOT NULL,
    record TEXT NOT NULL
);
