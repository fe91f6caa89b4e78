// Four aggregates over each subject's orders: at least 2 in 90 days; at least 300 in 180; one or more 365 to 180 days ago; none in 10.
import { daysBefore, subjects } from "../../internal/subjects.mjs";

export const bounds = {
  day10: daysBefore(10),
  day90: daysBefore(90),
  day180: daysBefore(180),
  day365: daysBefore(365),
};

export const records = (size) =>
  subjects(size, { withOrders: true }).map(({ collections }) => ({ order: collections.order }));

export const withOrders = (size) => subjects(size, { withOrders: true });
