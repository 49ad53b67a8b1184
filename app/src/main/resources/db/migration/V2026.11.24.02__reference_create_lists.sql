-- What is true of the country on a day: units and what became of them, coded lists, form versions, offices.
-- Built-in lists stand in the program; here is what was imported, and what an administrator may change.
create schema reference;

-- Raised by every import that changed something, so that a running server reads its lists anew.
create table reference.edition (
    only_one boolean primary key default true,
    number bigint not null,
    constraint one_row check (only_one)
);

insert into reference.edition (number) values (1);

create table reference.unit (
    valid_from date not null,
    level text not null,
    code text not null,
    name text not null,
    parent_code text,
    primary key (valid_from, level, code),
    constraint level_is_known check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE')),
    constraint only_provinces_have_no_parent check ((parent_code is null) = (level = 'PROVINCE'))
);

create table reference.succession (
    valid_from date not null,
    old_code text not null,
    new_code text not null,
    old_name text not null,
    divided boolean not null,
    primary key (valid_from, old_code, new_code)
);

-- Parts of official coded lists that the program does not bring (ethnic groups 21-54 of Decision 1019/2008).
create table reference.coded_value (
    list text not null,
    code text not null,
    name text not null,
    primary key (list, code)
);

create table reference.form_version (
    code text not null,
    circular text not null,
    title text not null,
    valid_from date not null,
    valid_to date,
    month_rule text not null,
    primary key (code, circular),
    constraint month_rule_is_known check (month_rule in ('TWO_DIGITS', 'ONE_DIGIT_FROM_MARCH')),
    constraint one_version_of_a_form_at_a_time
        exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- Circulars of the Ministry of Public Security; 104/2020 brought the months of one digit.
insert into reference.form_version (code, circular, title, valid_from, valid_to, month_rule) values
    ('DC01', '66/2015', 'Phiếu thu thập thông tin dân cư', '2016-02-02', '2019-11-17', 'TWO_DIGITS'),
    ('DC01', '41/2019', 'Phiếu thu thập thông tin dân cư', '2019-11-18', '2020-11-09', 'TWO_DIGITS'),
    ('DC01', '104/2020', 'Phiếu thu thập thông tin dân cư', '2020-11-10', '2024-06-30', 'ONE_DIGIT_FROM_MARCH'),
    ('DC01', '17/2024', 'Phiếu thu thập thông tin dân cư', '2024-07-01', '2025-06-30', 'ONE_DIGIT_FROM_MARCH'),
    ('DC01', '53/2025', 'Phiếu thu thập thông tin dân cư', '2025-07-01', null, 'ONE_DIGIT_FROM_MARCH'),
    ('DC02', '66/2015', 'Phiếu cập nhật, chỉnh sửa thông tin dân cư', '2016-02-02', '2024-06-30', 'TWO_DIGITS'),
    ('DC02', '17/2024', 'Phiếu đề nghị giải quyết thủ tục về căn cước', '2024-07-01', null, 'ONE_DIGIT_FROM_MARCH');

create table reference.office (
    code text not null,
    title text not null,
    area text not null,
    parent text,
    duties text[] not null,
    valid_from date not null,
    valid_to date,
    primary key (code, valid_from),
    constraint area_is_known check (area in ('COMMUNE', 'DISTRICT', 'PROVINCE', 'COUNTRY')),
    constraint duties_are_known check (duties <@ array['COLLECT', 'APPROVE', 'KEEP_ARCHIVE', 'PLAN_VERIFICATION',
        'RE_VERIFY', 'SCAN', 'ENTER', 'INSPECT']),
    constraint one_shape_of_an_office_at_a_time
        exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- The preset of 2020, and that of 2025: city and district police ended on 28/2/2025.
insert into reference.office (code, title, area, parent, duties, valid_from, valid_to) values
    ('WARD', 'Công an phường, xã', 'COMMUNE', 'CITY_TEAM', '{COLLECT,APPROVE}', '2016-02-02', '2025-02-28'),
    ('CITY_TEAM', 'Đội Cảnh sát quản lý hành chính về trật tự xã hội', 'DISTRICT', 'PC06',
        '{PLAN_VERIFICATION,RE_VERIFY,KEEP_ARCHIVE}', '2016-02-02', '2025-02-28'),
    ('PC06', 'Phòng Cảnh sát quản lý hành chính về trật tự xã hội (PC06)', 'PROVINCE', 'C06', '{SCAN,ENTER}',
        '2016-02-02', '2025-02-28'),
    ('C06', 'Cục Cảnh sát quản lý hành chính về trật tự xã hội (C06)', 'COUNTRY', null, '{INSPECT}',
        '2016-02-02', null),
    ('WARD', 'Công an phường, xã', 'COMMUNE', 'PC06', '{COLLECT,APPROVE}', '2025-03-01', null),
    ('PC06', 'Phòng Cảnh sát quản lý hành chính về trật tự xã hội (PC06)', 'PROVINCE', 'C06',
        '{SCAN,ENTER,PLAN_VERIFICATION,RE_VERIFY,KEEP_ARCHIVE}', '2025-03-01', null);
