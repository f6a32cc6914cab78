MERGE INTO contacts AS kept
USING (
    VALUES (
        CAST(:#id AS BIGINT),
        CAST(:#first_name AS VARCHAR(255)),
        CAST(:#last_name AS VARCHAR(255)),
        CAST(:#email AS VARCHAR(255)),
        CAST(:#changed_at AS TIMESTAMP(0) WITH TIME ZONE),
        CAST(:#record AS TEXT)
    )
) AS seen (id, first_name, last_name, email, updated_at, record)
ON kept.id = seen.id
WHEN MATCHED AND kept.updated_at <= seen.updated_at THEN UPDATE SET
    first_name = seen.first_name,
    last_name = seen.last_name,
    email = seen.email,
    updated_at = seen.updated_at,
    record = seen.record
WHEN NOT MATCHED THEN
    INSERT (id, first_name, last_name, email, updated_at, record)
    VALUES (seen.id, seen.first_name, seen.last_name, seen.email, seen.updated_at, seen.record)
