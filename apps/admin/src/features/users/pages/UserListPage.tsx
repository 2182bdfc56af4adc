import { Button, Text } from "@mantine/core";
import { type User, userRoles, userStatuses, type UserStatus } from "@cml/domain/auth";
import { type Column, EmptyState, PageHeader, StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { UserDrawer } from "../components/UserDrawer";

const newUser = "new";

export const UserListPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    role: oneOf(userRoles, raw["role"]),
    status: oneOf(userStatuses, raw["status"]),
    page: pageOf(raw["page"]),
    person: textOf(raw["person"]),
  }));
  const query = api.auth.users.list.useQuery(
    { search: search.q, role: search.role ?? undefined, status: search.status ?? undefined, page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  const create = can("user.edit") && (
    <Button leftSection={<IconUserPlus size={17} />} onClick={() => setSearch({ person: newUser })}>
      {t("people.new")}
    </Button>
  );
  const chosen = query.data?.items.find(({ id }) => id === search.person) ?? null;
  return (
    <>
      <PageHeader title={t("people.title")} lead={t("people.lead")} actions={create} />
      <QueryTable
        label={t("people.title")}
        columns={columns}
        query={query}
        search={search}
        setSearch={setSearch}
        selectedKey={search.person}
        searchLabel={t("people.search")}
        filters={[
          {
            id: "status",
            label: t("people.statusLabel"),
            value: search.status,
            options: userStatuses.map((value) => ({ value, label: t(`people.status.${value}`) })),
            onChange: (value) => setSearch({ status: oneOf(userStatuses, value), page: 1 }),
          },
        ]}
        onRow={can("user.edit") ? ({ id }) => setSearch({ person: id }) : undefined}
        empty={<EmptyState icon={<IconUsers />} title={t("people.emptyTitle")} action={create} />}
      />
      {(search.person === newUser || chosen !== null) && (
        <UserDrawer key={search.person} user={chosen} onClose={() => setSearch({ person: "" })} />
      )}
    </>
  );
};

const toneOf: Record<UserStatus, StatusTone> = { ACTIVE: "good", INACTIVE: "calm", SUSPENDED: "danger", EXPIRED: "calm" };

const useColumns = (): Column<User>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    {
      id: "name",
      header: t("people.columns.name"),
      cell: ({ name }) => (
        <Text size="sm" fw={550}>
          {name}
        </Text>
      ),
    },
    { id: "email", header: t("account.email"), cell: ({ email, phone }) => email ?? phone ?? "–" },
    { id: "role", header: t("people.columns.role"), width: 190, cell: ({ role }) => t(`people.roles.${role}`) },
    {
      id: "status",
      header: t("people.columns.status"),
      width: 130,
      cell: ({ status }) => <StatusBadge tone={toneOf[status]}>{t(`people.status.${status}`)}</StatusBadge>,
    },
    {
      id: "seen",
      header: t("people.columns.seen"),
      width: 180,
      cell: ({ lastLoginAt }) => (lastLoginAt === null ? t("people.never") : formats.dateTime(lastLoginAt)),
    },
  ];
};
