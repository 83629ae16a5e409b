/** The type of tasks that check all API descriptions. */
export const checkTaskType = 'auth-lint';
